import datetime

import pytest
from django.contrib.auth.models import Group, Permission
from django.db.models import DateField, DateTimeField

from tests.harness.rows import DatetimeInDateField, rotated

NOON = datetime.datetime(2026, 11, 24, 12, tzinfo=datetime.UTC)


@pytest.fixture
def groups(db):
    for name in "abcd":
        Group.objects.create(name=name)


def test_rotated_is_neither_the_order_nor_its_reverse():
    assert rotated([1, 2, 3]) == [2, 3, 1]
    assert rotated([1, 2]) == [2, 1]


def test_unordered_rows_come_back_in_another_order(groups):
    names = [group.name for group in Group.objects.filter(name__in="abcd")]
    assert sorted(names) == list("abcd")
    assert names not in (list("abcd"), list("dcba"))


def test_ordered_and_sliced_rows_keep_their_order(groups):
    assert list(Group.objects.order_by("name").values_list("name", flat=True)) == list("abcd")
    assert [group.name for group in Group.objects.order_by("-name")[:2]] == ["d", "c"]


def test_model_ordering_keeps_its_order(db):
    codes = [permission.codename for permission in Permission.objects.filter(content_type__model="group")]
    assert codes == ["add_group", "change_group", "delete_group", "view_group"]


def test_datetime_in_a_date_field_fails():
    with pytest.raises(DatetimeInDateField):
        DateField().get_prep_value(NOON)


def test_date_in_a_date_field_and_datetime_in_its_own_are_kept():
    assert DateField().get_prep_value(NOON.date()) == datetime.date(2026, 11, 24)
    assert DateTimeField().get_prep_value(NOON) == NOON
