"""Events across pages: reports in, the events they are of out, each pair with its reason."""

from readout.ledger.events.judge import judge_pair
from readout.ledger.events.merge import are_one, event_keys, merge_reports
from readout.ledger.events.told import Told, tell_report

__all__ = ["Told", "are_one", "event_keys", "judge_pair", "merge_reports", "tell_report"]
