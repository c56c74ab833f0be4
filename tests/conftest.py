"""Settings of all tests."""

from hypothesis import HealthCheck, settings

# How long an example takes says more about the machine than about the code; growth is tested where it matters.
# The same examples in every run: no change shall fail for a text that has nothing to do with it. `nightly` looks on.
settings.register_profile(
    "project", max_examples=200, derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile("nightly", settings.get_profile("project"), max_examples=20_000, derandomize=False)
settings.load_profile("project")
