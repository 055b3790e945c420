"""What of a ledger waits to be judged in, its judgements out: each part only where it is touched.

documents -> copies, stories -> names -> reports -> events -> verdicts
"""
