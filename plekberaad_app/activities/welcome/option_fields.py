"""What a welcome says: the field of its form. The image has a form of its own."""

from plekberaad_app.activities.kit.form_fields import Paragraph, form_of

FORM = form_of(Paragraph("text", "welcome.desk.text"))
