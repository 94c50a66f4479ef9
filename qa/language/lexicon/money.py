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
CURRENCY_LETTERS = tuple(
    "Rs Sh KSh Ksh TSh Tsh USh Ush Tk RM INR PKR BDT LKR NPR KES MYR USD EUR GBP".split()
)
"""Letters that stand before a sum, with a full stop, a space or nothing after them: "Rs. 500", "Rs3,640", "RM2.3m"."""
SOUTH_ASIAN_NUMBERS = tuple("lakh lakhs lac lacs crore crores".split())
"""Words for 100,000 and ten millions, which in South Asia mostly count money: "boats for Rs 12 lakh"."""
