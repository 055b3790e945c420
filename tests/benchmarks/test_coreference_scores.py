"""The measures of coreference give what their authors' examples give."""

import pytest

from benchmarks.scoring.coreference import b_cubed, ceaf_e, muc

GOLD = [set("12345"), set("67"), set("89ABC")]
ONE_WRONG_LINK = [set("12345"), set("6789ABC")]
FAR_WRONG_LINK = [set("1234589ABC"), set("67")]


@pytest.mark.parametrize(("found", "precision"), [(ONE_WRONG_LINK, 0.762), (FAR_WRONG_LINK, 0.583)])
def test_b_cubed_counts_a_wrong_link_by_what_it_joins(
    found: list[set[str]], precision: float
) -> None:
    """Bagga and Baldwin's example: joining two large groups costs more; MUC cannot tell."""
    assert b_cubed(GOLD, found)[:2] == pytest.approx((precision, 1.0), abs=0.001)
    assert muc(GOLD, found)[:2] == pytest.approx((0.9, 1.0), abs=0.001)


def test_muc_counts_missing_links() -> None:
    """Vilain's example: A-B-C-D found as A-B and C-D lacks one link of three."""
    precision, recall, _ = muc([set("ABCD")], [set("AB"), set("CD")])

    assert (precision, recall) == pytest.approx((1.0, 2 / 3))


def test_ceaf_matches_each_group_once() -> None:
    """Luo's example: the joined group can stand for only one of the two it holds."""
    precision, recall, _ = ceaf_e(GOLD, ONE_WRONG_LINK)

    assert (precision, recall) == pytest.approx(((1 + 10 / 12) / 2, (1 + 10 / 12) / 3))
