"""The lists of fit as somebody would write them by hand in SQL: the same answer, checked in the same run."""

from django.db import connection
from django.utils import timezone

from placements.matching.enums import Distance
from placements.matching.fit import pools
from placements.matching.fit.facts import DAYS_OF_MONTH, family

SHOWN = 21


def vacancies_by_hand(seeker, weights):
    """[(primary key, points)] of the 21 best open vacancies for this Seeker."""
    near = family(seeker.konsentrasi)
    home, today = seeker.village, timezone.localdate().isoformat()
    is_open = f"v.status = 'published' AND v.opens_on <= '{today}' AND v.closes_on >= '{today}'"
    spectrum = " ".join(
        f"WHEN k.konsentrasi_id IN ({_list(near[step])}) THEN {points}" for step, points in _steps(weights)
    )
    kin = _list([pk for step in Distance for pk in near[step]])
    wish = seeker.expected_pay or 10**9
    return _rows(f"""
        WITH newest AS (SELECT v.id FROM placements_vacancy v WHERE {is_open}
                        ORDER BY v.published_at DESC, v.id DESC LIMIT {pools.OF_ALL}),
        candidate(id) AS ({" UNION ".join(_vacancy_arms(seeker, near, is_open))}
            UNION SELECT id FROM newest v WHERE
              EXISTS (SELECT 1 FROM placements_vacancy_konsentrasi k
                      WHERE k.vacancy_id = v.id AND k.konsentrasi_id IN ({kin}))
              OR NOT EXISTS (SELECT 1 FROM placements_vacancy_konsentrasi k WHERE k.vacancy_id = v.id))
        SELECT v.id,
          COALESCE((SELECT MAX(CASE {spectrum} ELSE 0 END) FROM placements_vacancy_konsentrasi k
                    WHERE k.vacancy_id = v.id), {weights.open_to_all})
          + COALESCE((SELECT {weights.skills} * SUM(CASE WHEN s.skill_id IN ({_list(seeker.skills)}) THEN 1 ELSE 0 END)
                      / COUNT(*) FROM placements_vacancy_skills s WHERE s.vacancy_id = v.id), 0)
          + CASE WHEN v.village_id = '{home.pk}' THEN {weights.same_village}
                 WHEN p.district_id = '{home.district_id}' THEN {weights.same_district}
                 WHEN v.regency_id = '{home.district.regency_id}' THEN {weights.same_regency} ELSE 0 END
          + CASE WHEN v.experience_months <= {seeker.days_worked // DAYS_OF_MONTH} THEN {weights.experience} ELSE 0 END
          + CASE WHEN v.education <= {seeker.education} THEN {weights.education} ELSE 0 END
          + CASE WHEN v.pay_max >= {wish} THEN {weights.pay} ELSE 0 END
          + {weights.ready if seeker.is_ready else 0} AS points
        FROM candidate c JOIN placements_vacancy v ON v.id = c.id LEFT JOIN regions_village p ON p.code = v.village_id
        WHERE {is_open} AND v.visibility = 'everyone'
        ORDER BY points DESC, v.published_at DESC, v.id DESC LIMIT {SHOWN}""")


def _vacancy_arms(seeker, near, is_open):
    arms = [
        ("konsentrasi", pk, pools.OF_KONSENTRASI[step])
        for step in (Distance.SAME, Distance.PROGRAM)
        for pk in near[step]
    ]
    arms += [("skill", pk, pools.OF_SKILL) for pk in seeker.skills]
    tables = {"konsentrasi": "placements_vacancy_konsentrasi", "skill": "placements_vacancy_skills"}
    for what, pk, most in arms:
        yield (
            f"SELECT * FROM (SELECT l.vacancy_id FROM {tables[what]} l "
            f"JOIN placements_vacancy v ON v.id = l.vacancy_id WHERE l.{what}_id = {pk} "
            f"AND {is_open} ORDER BY l.vacancy_id DESC LIMIT {most}) AS part"
        )


def alumni_by_hand(wish, weights, school_id):
    """[(primary key, points)] of the 21 best alumni of one school for this Wish, which asks for no experience."""
    near = family(wish.konsentrasi)
    spectrum = " ".join(
        f"WHEN a.konsentrasi_id IN ({_list(near[step])}) THEN {points}" for step, points in _steps(weights)
    )
    skills, today = _list(wish.skill_ids), timezone.localdate().isoformat()
    return _rows(f"""
        WITH candidate(id) AS ({" UNION ".join(_alumnus_arms(wish, near, school_id))})
        SELECT a.id, CASE {spectrum} ELSE 0 END
          + (SELECT {weights.skills} * COUNT(*) / {len(wish.skills)} FROM people_personskill s
             WHERE s.person_id = a.person_id AND s.skill_id IN ({skills}))
          + CASE WHEN p.village_id = '{wish.village.pk}' THEN {weights.same_village}
                 WHEN w.district_id = '{wish.village.district_id}' THEN {weights.same_district}
                 WHEN d.regency_id = '{wish.regency.pk}' THEN {weights.same_regency}
                 WHEN p.willing_to_move THEN {weights.moving} ELSE 0 END
          + {weights.experience} + {weights.education}
          + CASE WHEN p.expected_pay <= {wish.pay} THEN {weights.pay} ELSE 0 END
          + CASE WHEN EXISTS (SELECT 1 FROM people_activityspell s WHERE s.person_id = a.person_id
                 AND s.kind = 'job_seeking' AND s.since <= '{today}' AND (s.until IS NULL OR s.until >= '{today}'))
                 THEN {weights.ready} ELSE 0 END AS points
        FROM candidate c JOIN placements_alumnus a ON a.id = c.id JOIN people_person p ON p.id = a.person_id
        LEFT JOIN regions_village w ON w.code = p.village_id LEFT JOIN regions_district d ON d.code = w.district_id
        ORDER BY points DESC, a.graduation_year DESC, a.id DESC LIMIT {SHOWN}""")


def _alumnus_arms(wish, near, school_id):
    newest = "ORDER BY a.graduation_year DESC, a.id DESC LIMIT"
    for step in Distance:
        for pk in near[step]:
            where = f"a.school_id = {school_id} AND a.konsentrasi_id = {pk}"
            most = pools.OF_KONSENTRASI[step]
            yield f"SELECT * FROM (SELECT a.id FROM placements_alumnus a WHERE {where} {newest} {most}) AS part"
    for pk in wish.skill_ids:
        yield (
            f"SELECT * FROM (SELECT a.id FROM placements_alumnus a JOIN people_personskill s "
            f"ON s.person_id = a.person_id WHERE a.school_id = {school_id} AND s.skill_id = {pk} "
            f"{newest} {pools.OF_SKILL}) AS part"
        )


def _steps(weights):
    points = (weights.same_konsentrasi, weights.same_program, weights.same_field)
    return zip(Distance, points, strict=True)


def _list(keys):
    return ", ".join(map(str, keys)) or "NULL"


def _rows(statement):
    with connection.cursor() as cursor:
        cursor.execute(statement)
        return cursor.fetchall()
