from django import forms


class OEmbedForm(forms.Form):
    """What a consumer of oEmbed asks for (oembed.com, section 2.2)."""

    url = forms.CharField(max_length=2000)
    format = forms.CharField(required=False, max_length=20)
    maxwidth = forms.IntegerField(required=False, min_value=1, max_value=100_000)
    maxheight = forms.IntegerField(required=False, min_value=1, max_value=100_000)
