"""List what money is counted in: the signs of currencies, and their words."""

from __future__ import annotations

CURRENCIES = {
    **dict.fromkeys("dollar dollars $".split(), "$"),
    **dict.fromkeys("pound pounds £".split(), "£"),
    **dict.fromkeys("euro euros €".split(), "€"),
    **{
        word: word.removesuffix("s")
        for word in """
        cent cents crown crowns dinar dinars franc francs pence peso pesos rouble roubles ruble rubles rupee rupees yen
        yuan ¥
        """.split()
    },
}
"""What money is counted in to one sign or word for each."""
CURRENCY_WORDS = frozenset(filter(str.isalpha, CURRENCIES))
CURRENCY_SIGNS = "$£€¥₹₽₩₺"
"""Signs that stand beside a sum."""
