"""Rows for tests, one module per room. Every row is valid by itself and says nothing a test did not ask for.

Traits change the status: VacancyFactory(draft=True). No randomness: the same run makes the same rows.
"""
