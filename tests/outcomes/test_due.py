"""What placements and the tracer study have waiting on a coordinator's desk, and on the graduate's."""

import pytest

from placements.outcomes.offers import due
from tests.factories.outcomes import FollowUpFactory, PlacementFactory
from tests.factories.tracer import ContradictionFactory, TracerCampaignFactory, TracerResponseFactory
from tests.outcomes.tracer.acts import asking, response_to

pytestmark = pytest.mark.django_db


def counts(seat):
    return [rows.count() for rows, _, _ in due(seat.actor)]


def test_the_desk_counts_what_is_its_own_and_open(coordinator, other_coordinator):
    school = coordinator.school
    PlacementFactory(alumnus__school=school)
    FollowUpFactory(placement=PlacementFactory(alumnus__school=school, spell__verified=True))
    ContradictionFactory(alumnus__school=school)
    campaign = TracerCampaignFactory(school=school)
    TracerResponseFactory.create_batch(3, campaign=campaign)
    TracerResponseFactory(campaign=campaign, submitted=True)
    TracerResponseFactory(campaign=TracerCampaignFactory(school=school, graduation_year=2020, over=True))
    assert (counts(coordinator), counts(other_coordinator)) == ([1, 1, 1, 3], [0, 0, 0])


def test_each_leads_to_where_it_is_done(coordinator):
    TracerCampaignFactory(school=coordinator.school)
    pages = [url for _, _, url in due(coordinator.actor)]
    assert [coordinator.client.get(url).status_code for url in pages] == [200] * 4


def test_the_graduate_is_asked_on_their_dashboard(alumnus_user):
    response = response_to(asking(alumnus_user.school), alumnus=alumnus_user.alumnus)
    assert f'href="/saya/tracer/{response.pk}/"' in alumnus_user.client.get("/saya/").content.decode()
