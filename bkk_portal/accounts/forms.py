from allauth.account.forms import LoginForm as AllauthLoginForm
from django import forms


class LoginForm(AllauthLoginForm):
    login = forms.CharField(label="Surel, nomor HP atau NISN", max_length=254)

    def user_credentials(self):
        return {"login": self.cleaned_data["login"], "password": self.cleaned_data["password"]}
