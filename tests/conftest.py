pytest_plugins = [
    "tests.harness.database",
    "tests.harness.guards",
    "tests.harness.no_skips",
    "tests.harness.patience",
    "tests.harness.queries",
    "tests.harness.seats",
]
