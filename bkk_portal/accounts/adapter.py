from allauth.account.adapter import DefaultAccountAdapter


class AccountAdapter(DefaultAccountAdapter):
    def is_open_for_signup(self, request):
        """People join by claiming a record, by a light account or by invitation; never through allauth's own form."""
        return False
