from bkk_portal.kit.identifiers import digits_only, normalise_phone


def find_login(text):
    """("email" | "phone" | "nisn", value as stored) for what a person typed; (None, "") when it is none of them."""
    text = text.strip()
    if "@" in text:
        return "email", text.lower()
    digits = digits_only(text)
    if len(digits) == 10 and digits.isdigit() and not digits.startswith(("08", "8")):
        return "nisn", digits
    try:
        return "phone", normalise_phone(text)
    except ValueError:
        return None, ""


def login_key(text):
    """The same text for every way of writing one login; what rate limits count by."""
    field, value = find_login(text)
    return f"{field}:{value}" if field else text.strip().lower()
