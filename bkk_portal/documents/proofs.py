"""What a person can show a stranger: the address that confirms a paper of theirs."""

from bkk_portal.documents.models import IssuedDocument


def proof_codes(person):
    """{number: code} of the standing papers that were issued to this person."""
    standing = IssuedDocument.objects.filter(person=person, revoked_at__isnull=True).order_by()
    return dict(standing.values_list("number", "code"))
