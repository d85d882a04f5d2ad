"""What a facilitator can say at the end: the field of its form. The photo has a form of its own."""

from plekberaad_app.activities.kit.form_fields import Paragraph, form_of

FORM = form_of(Paragraph("text", "closing.desk.text"))
