"""The only writers of claims: each verb takes keyword arguments and `by`, is one transaction, and refuses in a
sentence."""
