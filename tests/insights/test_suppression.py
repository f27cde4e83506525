"""Published statistics tell nothing of fewer than five people, nor let it be worked out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bkk_portal.kit.suppression import shown, shown_parts

PARTS = st.dictionaries(st.sampled_from("abcd"), st.integers(0, 12), min_size=1)


@pytest.mark.parametrize(("count", "told"), [(0, 0), (1, None), (4, None), (5, 5), (6, 6)])
def test_shown(count, told):
    assert shown(count) == told


def test_the_limit_is_a_setting(settings):
    settings.RULES = settings.RULES | {"suppress_under": 10}
    assert (shown(9), shown(10)) == (None, 10)


@pytest.mark.parametrize(
    ("counts", "told"),
    [
        ({"a": 20, "b": 5}, {"a": 20, "b": 5}),
        ({"a": 20, "b": 6, "c": 3}, {"a": 20, "b": None, "c": None}),
        ({"a": 20, "b": 2, "c": 3}, {"a": 20, "b": None, "c": None}),
        ({"a": 20, "b": 0, "c": 3}, {"a": None, "b": 0, "c": None}),
        ({"a": 3, "b": 0}, {"a": None, "b": 0}),
    ],
)
def test_shown_parts(counts, told):
    assert shown_parts(counts) == told


@given(counts=PARTS)
def test_no_part_can_be_worked_out_from_the_sum(counts):
    told = shown_parts(counts)
    hidden = [name for name, count in told.items() if count is None]
    assert [name for name in told if 0 < counts[name] < 5 and name not in hidden] == []
    assert all(told[name] == counts[name] for name in told if name not in hidden)
    assert len(hidden) != 1 or sum(counts.values()) == counts[hidden[0]]
