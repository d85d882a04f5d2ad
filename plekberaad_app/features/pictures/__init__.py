"""Pictures for the projector."""

from plekberaad_app.platform.feature import Feature, Upload

# In bytes: a photo of a phone as it comes.
MAX_PICTURE = 5_000_000

FEATURE = Feature(
    routes=("routes:ROUTES",),
    uploads=(Upload("/beeld", MAX_PICTURE, refusal="image_too_large"),),
    tidies=("pictures:drop_unused",),
)
