"""What the tests of the use cases share."""

from tests.services.casting import own_settings, quick_hashes

__all__ = ["own_settings", "quick_hashes"]
