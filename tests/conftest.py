"""What all tests share: a law is not broken because the machine is busy."""

from hypothesis import settings

settings.register_profile("rawi", deadline=None)
settings.load_profile("rawi")
