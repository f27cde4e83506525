"""How good the answers of the search are, by the judged queries of tests/vacancies/relevance."""

from django.db import transaction

from tests.bench._vacancy_world import clear
from tests.vacancies import relevance

NAME = "Mutu pencarian: nDCG@10 dari kata cari yang sudah dinilai (sasaran: paling sedikit 0,95)"


def run():
    with transaction.atomic():
        clear()
        names = relevance.fill()
        marks = {query.text: relevance.ndcg(relevance.top(query.text, names), query.grades) for query in judged()}
        transaction.set_rollback(True)
    mean = {"kata cari": f"rata-rata dari {len(marks)}", "nDCG@10": sum(marks.values()) / len(marks)}
    worst = sorted(marks.items(), key=lambda mark: mark[1])[:8]
    return [mean, *({"kata cari": text, "nDCG@10": mark} for text, mark in worst)]


def judged():
    return relevance.judged()
