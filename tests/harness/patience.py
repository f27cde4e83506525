"""A test fails for what it finds, never for how fast the machine is."""

from hypothesis import HealthCheck, settings

settings.register_profile(
    "portal", deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture]
)
settings.load_profile("portal")
