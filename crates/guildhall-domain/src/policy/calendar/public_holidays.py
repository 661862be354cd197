"""Writes public_holidays.txt anew: `pip install holidays && python public_holidays.py > public_holidays.txt`.

A country's line holds its code and the days of its weekend (1 is Monday); the lines below it hold, for each
year, the public holidays (MMDD) that do not fall on a weekend.
"""

import holidays

COUNTRIES = (
    "AE AR AT AU BE BR CA CH CL CO CZ DE DK ES FI FR GB GR HK HU ID IE IN IT JP KR MX MY NL NO NZ PH PL PT RO "
    "SE SG TH TR US VN ZA"
).split()
YEARS = range(2024, 2032)

for country in COUNTRIES:
    calendar = holidays.country_holidays(country, years=YEARS, observed=True)
    print(country, "".join(str(day + 1) for day in sorted(calendar.weekend)))
    for year in YEARS:
        days = sorted(day for day in calendar if day.year == year and day.weekday() not in calendar.weekend)
        print(year, *(day.strftime("%m%d") for day in days))
