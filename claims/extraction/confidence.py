"""How sure an attribution is: the share of like ones that were right on the development corpus."""

_BY_RULE = {
    "quotation_before": 0.95,
    "quotation_after": 0.93,
    "clause_after": 0.8,
    "clause_before": 0.75,
    "clause_around": 0.7,
}
_OTHERWISE = 0.5


def confidence(rule: str, has_source: bool) -> float:
    """Between 0 and 1."""
    return _BY_RULE.get(rule, _OTHERWISE) * (1.0 if has_source else 0.7)
