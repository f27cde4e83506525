from tests.factories.schools import SchoolFactory, SchoolMembershipFactory


def test_coordinator_signs_in_on_a_phone(page_phone, login, shot):
    school = SchoolFactory(smkn1=True)
    user = SchoolMembershipFactory(school=school).user
    page_phone.goto("/masuk/")
    shot(page_phone, "masuk")
    login(page_phone, user.email)
    shot(page_phone, "bkk-beranda")
    assert page_phone.url.endswith("/bkk/")
