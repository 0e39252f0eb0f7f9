"""Numbers in words, units, and the calendar as people name it."""

from workshop.statement.senses import BOUND, DETERMINER, JOINT, MONTH, NAMING, NUMBER, PERIOD, SEASON, SHAREWORD, UNIT

WORDS = (
    (
        NUMBER,
        """one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
        sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety
        hundred thousand million billion dozen half third quarter_of tenth fifth quarters_of two_thirds
        three_quarters twice thrice zero without_a_single not_a_single not_one twofold threefold tenfold nil both
        twenty_five a_couple_of""",
    ),
    (SHAREWORD, "percent per_cent percentage pct % percentage_point point_percent pp"),
    (
        BOUND,
        """at_least at_most up_to no_more_than no_less_than no_fewer_than no_later_than not_more_than less_than
        more_than fewer_than greater_than under below above over within beyond exceed maximum minimum max min
        or_more or_less or_fewer or_higher or_better or_above or_below < > ≤ ≥ around about approximately nearly
        almost between""",
    ),
    (
        UNIT,
        """second sec minute min hour hr day week fortnight month quarter year decade weekday workday business_day
        working_day calendar_day sprint shift s h d""",
    ),
    (
        PERIOD,
        """eoy eoq eom eow year_end yearend year-end quarter_end quarter-end fiscal_year financial_year
        academic_year school_year calendar_year business_year fy cy ay semester trimester term fiscal
        quarter half half_year half-year year month week summer winter spring autumn fall season decade
        century easter christmas xmas thanksgiving ramadan spending_review parliament plan_period sprint
        iteration cycle planning_period reporting_period review_period planning_cycle strategy_period
        budget_year new_year""",
    ),
    (
        MONTH,
        """january february march april june july august september october november december jan feb mar apr jun jul
        aug sep sept oct nov dec may""",
    ),
    (
        SEASON,
        """summer winter spring autumn fall christmas xmas easter thanksgiving holiday season enrollment exam_week
        exam exam_period busy_period high_season peak_season peak filing_season harvest black_friday cyber_monday
        summer_break winter_peak term semester school_year academic_year ramadan school_holiday flu_season monsoon
        election budget_round year-end_closing""",
    ),
    # A number behind one of these is a name.
    (
        NAMING,
        """iso iec version v ver windows office tier level_of phase stage type class category step part section
        article chapter wave room building gate channel act regulation directive standard nist sox pci soc python
        java release sap oracle server exchange industry web horizon vision agenda strategy schedule annex
        branch store site plant ward terminal
        appendix title schedule_no no number rfc bs en din iatf ifrs covid model series""",
    ),
    (
        JOINT,
        """of for to in on at by with from through across via into onto against between among under over per and or
        but that which who whose so as than while when where until till before after during within without
        throughout towards toward including such because if whether using upon beyond despite in_order_to so_that
        such_as in_line_with due_to based_on resulting_in leading_to""",
    ),
    (DETERMINER, "the a an our its their his her your my this that these those all every each any some no both"),
)
