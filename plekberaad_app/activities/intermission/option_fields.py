"""What there is in an intermission: the field of its form. The picture has a form of its own."""

from plekberaad_app.activities.intermission.rules import MAX_OFFER
from plekberaad_app.activities.kit.form_fields import Line, form_of

FORM = form_of(Line("offer", "intermission.desk.offer", MAX_OFFER))
