"""How a form's fields are drawn: label, help and error in one place, tied together for a screen reader."""

from django.forms.renderers import TemplatesSetting


class FieldRenderer(TemplatesSetting):
    """Every field by `web/field.html`, every form by `web/form.html`."""

    form_template_name = "web/form.html"
    field_template_name = "web/field.html"
