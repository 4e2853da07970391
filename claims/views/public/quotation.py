from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from accounts.access import public_reading
from claims.models import Quotation
from claims.models.states import QuotationState
from claims.timeline.gathering import rendering_of


@require_safe
@public_reading
def quotation(request: HttpRequest, pk: int) -> HttpResponse:
    """One outlet's wording in its place: the quoted words, a sentence either side, the way to the article."""
    accepted = Quotation.objects.visible_to(request.user).filter(state=QuotationState.ACCEPTED)
    quotation = get_object_or_404(accepted.with_article().select_related("statement__speaker"), pk=pk)
    context = {"quotation": quotation, "rendering": rendering_of(quotation, in_context=True)}
    return render(request, "claims/quotation.html", context)
