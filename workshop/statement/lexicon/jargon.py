"""Words at which a leader from outside the department stumbles, each with a plain wording ("" where none is short)."""

from workshop.statement.senses import listed

PLAIN = {
    # Running IT services.
    "mttr": "mean time to restore service", "mtta": "mean time to acknowledge", "mttd": "mean time to detect",
    "mttc": "mean time to contain", "mttf": "mean time to failure", "mtbf": "mean time between failures",
    "mtrs": "mean time to restore service", "fcr": "share solved at first contact",
    "ftf": "share fixed at the first visit", "aht": "average handling time", "asa": "average time to answer",
    "acw": "work after the call", "frt": "time to first response", "csat": "customer satisfaction",
    "dsat": "customer dissatisfaction", "ces": "how easy customers find it", "enps": "how staff recommend us",
    "xla": "agreed experience", "ola": "agreement between our teams", "slo": "service target",
    "sli": "service measure", "rfc": "change request", "cab": "change advisory board",
    "ecab": "emergency change board", "cmdb": "record of systems and how they connect", "cmd": "record of systems",
    "ci": "recorded system", "itil": "service management practice", "itsm": "service management",
    "esm": "service management", "known error": "problem whose cause is known", "p1": "most urgent incident",
    "p2": "urgent incident", "p3": "ordinary incident", "sev1": "most severe incident", "sev2": "severe incident",
    "rca": "search for the cause", "l1": "first line", "l2": "second line", "l3": "third line",
    "shift-left": "solved earlier and nearer the user", "shift left": "solve earlier and nearer the user",
    "swarming": "experts solving together", "runbook": "written operating steps", "rto": "longest time to restore",
    "rpo": "most data that may be lost", "bcp": "plan to keep the business going", "drp": "disaster recovery plan",
    "eol": "no longer supported", "eos": "no longer supported", "snow": "ServiceNow",
    "resolver group": "team that resolves", "tier-0": "most critical", "tier-1": "most critical",
    "tier 1": "most critical", "tier-2": "critical",
    # Building and running software.
    "api": "connection between systems", "rest": "connection between systems", "sdk": "developers' kit",
    "cli": "command line", "gui": "screens", "ui": "screens", "ux": "how it is to use",
    "ci/cd": "automatic building and release", "cicd": "automatic building and release",
    "devops": "building and running as one team", "devsecops": "security built into development", "gitops": "",
    "mlops": "", "finops": "control of cloud cost", "aiops": "", "revops": "revenue operations",
    "sre": "reliability team", "toil": "repetitive manual work", "error budget": "failures still allowed",
    "burn rate": "how fast it is used up", "observability": "seeing what the systems do",
    "telemetry": "data on what the systems do", "latency": "delay", "p50": "typical", "p90": "slowest tenth",
    "p95": "slowest twentieth", "p99": "slowest hundredth", "qps": "requests a second", "rps": "requests a second",
    "tps": "transactions a second", "technical debt": "work put off that slows us now",
    "tech debt": "work put off that slows us now", "refactor": "tidy the code of", "refactoring": "tidying of code",
    "microservice": "small separate program", "monolith": "one large program", "kubernetes": "", "docker": "",
    "terraform": "", "ansible": "", "jenkins": "", "container orchestration": "", "github": "", "gitlab": "",
    "jira": "", "kafka": "", "kibana": "", "splunk": "", "grafana": "", "prometheus": "", "swagger": "",
    "graphql": "", "postgres": "", "mongodb": "", "nagios": "", "datadog": "", "pagerduty": "", "hadoop": "",
    "snowflake": "", "databricks": "", "backend": "part that users do not see",
    "back-end": "part that users do not see", "frontend": "part that users see", "front-end": "part that users see",
    "endpoint": "device or address", "codebase": "code", "repo": "store of code",
    "pull request": "proposed code change", "merge request": "proposed code change", "prod": "live use",
    "dev": "developer", "staging": "rehearsal system", "regression suite": "repeated tests",
    "unit test": "test of a small part", "flaky test": "unreliable test", "canary": "release to a few first",
    "blue-green": "two systems in turn", "feature flag": "switch for a function", "hotfix": "urgent fix",
    "code coverage": "share of code that is tested", "escaped defect": "fault found by users",
    "story point": "estimate of work", "velocity": "work done a sprint", "point committed": "work promised",
    "burndown": "work left", "epic": "large piece of work", "story churn": "work restarted",
    "consumer lag": "messages waiting", "crdt": "", "dns": "internet names", "esb": "link between systems",
    "etl": "moving of data", "elt": "moving of data", "vm": "virtual machine", "on-prem": "in our own data centre",
    "on-premise": "in our own data centre", "iaas": "rented computers", "paas": "rented platform",
    "saas": "rented software", "idempotent": "", "serverless": "", "hypervisor": "",
    "tech stack": "set of technologies", "technology stack": "set of technologies", "stack trace": "",
    "tooling": "tools", "collab": "joint project", "on-call": "on standby", "paged": "called out", "5g sa": "",
    "self-hosted": "run by ourselves", "server-side": "on the server", "client-side": "on the user's side",
    "node": "computer in a network", "bootstrap": "", "infra": "infrastructure", "schema": "", "middleware": "",
    "firmware": "", "failover": "switch to the standby", "failback": "", "load balancer": "", "load balancing": "",
    "sharding": "", "caching": "", "webhook": "", "jitter": "", "packet loss": "lost data",
    "hypercare": "close support", "cutover": "switch to the new system", "zero-day": "weakness without a remedy",
    "blast radius": "extent of damage", "lateral movement": "", "least privilege": "no more rights than needed",
    "pen test": "test attack", "git": "", "nosql": "", "regex": "", "daemon": "", "kernel": "",
    "ga": "general availability", "viral coefficient": "new users that each user brings", "k-factor": "",
    "new logo": "new customer", "logo retention": "customers kept", "lookalike audience": "", "retargeting": "",
    "drip campaign": "", "lead nurturing": "", "lead scoring": "", "lead magnet": "", "cohort analysis": "",
    "burn multiple": "", "rule of 40": "", "tam": "", "sku rationalization": "", "andon": "", "5s": "",
    "dock-to-stock": "", "cross-dock": "", "line balancing": "", "hoshin": "", "a3": "", "nurture sequence": "",
    "on-chain": "", "blockchain": "", "smart contract": "", "backfill": "", "autoscaling": "", "orchestration": "",
    "dependency injection": "", "tech radar": "", "timebox": "", "story pointing": "", "wireframe": "",
    "lan": "network", "wan": "wide network", "sd-wan": "", "vpn": "secure connection", "ssl": "", "tls": "",
    "dora": "four measures of delivery", "wip limit": "limit on work in hand", "cfr": "share of changes that fail",
    "mr": "proposed code change", "pr throughput": "", "model drift": "predictions growing worse", "inference": "",
    "llm": "language model", "rag": "", "ml": "machine learning", "data lake": "store of raw data", "data mesh": "",
    "zero trust": "check everyone every time", "iot": "connected devices", "rpa": "software robots",
    "ocr": "reading of scans", "edge computing": "",
    # Security.
    "mfa": "second proof of identity", "2fa": "second proof of identity", "sso": "one sign-on",
    "siem": "security monitoring", "soar": "", "soc": "security watch", "edr": "protection of devices", "xdr": "",
    "iam": "who may use what", "pam": "control of powerful accounts", "cve": "known weakness",
    "cvss": "severity of a weakness", "ddos": "flooding attack", "dwell time": "time an intruder stays unseen",
    "infosec": "information security", "dlp": "keeping data in", "waf": "", "csp": "", "ciso": "head of security",
    "ioc": "", "threat hunting": "search for intruders", "attack surface": "what can be attacked",
    "pentest": "test attack", "red team": "test attack", "ttp": "",
    # Sales and marketing.
    "arr": "yearly recurring revenue", "mrr": "monthly recurring revenue", "acv": "yearly contract value",
    "tcv": "total contract value", "arpu": "revenue per user", "arpa": "revenue per account",
    "nrr": "revenue kept from customers", "grr": "revenue kept from customers",
    "ltv": "value of a customer over time", "clv": "value of a customer over time",
    "cac": "cost of winning a customer", "mql": "lead found by marketing", "sql": "lead ready for sales",
    "sal": "accepted lead", "pql": "lead from product use", "sdr": "sales development rep",
    "bdr": "sales development rep", "ae": "salesperson", "gtm": "selling", "go-to-market": "selling",
    "icp": "the customer we look for", "ctr": "share of viewers who click", "cpc": "cost per click",
    "cpa": "cost per customer won", "cpl": "cost per lead", "cpm": "cost per thousand views", "ppc": "paid search",
    "sem": "paid search", "seo": "being found in search", "serp": "search results",
    "abm": "marketing to chosen companies", "account-based marketing": "marketing to chosen companies",
    "tofu": "first contact", "mofu": "", "bofu": "", "top of funnel": "first contact",
    "top-of-funnel": "first contact", "wau": "weekly users", "dau": "daily users", "mau": "monthly users",
    "qbr": "quarterly review", "ebr": "yearly review", "ugc": "", "roas": "return on advertising",
    "pipeline velocity": "how fast sales move", "smb": "small business", "closed-won": "won", "rep": "salesperson",
    "on-page optimization": "", "backlink": "link to us", "pmf": "", "product-led growth": "", "plg": "",
    "smarketing": "", "attribution model": "", "sov": "share of voice",
    # Finance.
    "ebitda": "operating profit before write-downs", "ebit": "operating profit", "dso": "days until customers pay",
    "dpo": "days until we pay", "dio": "days in stock", "opex": "running cost", "capex": "investment",
    "cogs": "cost of goods", "gmv": "value of goods sold", "aov": "order value", "roce": "return on capital",
    "roa": "", "roe": "", "npv": "", "irr": "", "wacc": "", "tco": "total cost", "p&l": "profit and loss",
    "yoy": "year on year", "qoq": "quarter on quarter", "mom": "month on month", "fp&a": "",
    "ar aging": "unpaid invoices by age", "sga": "", "sg&a": "", "aum": "assets managed", "kyc": "customer checks",
    "aml": "money laundering checks", "lcr": "", "basis point": "hundredth of a percent", "accretive": "",
    # Making, moving and caring.
    "oee": "useful machine time", "otif": "complete and on time", "otd": "on-time delivery",
    "fpy": "right first time", "ppm": "per million", "dpmo": "defects per million", "ncr": "reported fault",
    "capa": "corrective action", "moq": "", "sku": "article", "wms": "warehouse system", "mes": "", "tpm": "",
    "smed": "", "fmea": "", "poka-yoke": "", "kanban": "", "kaizen": "improvement in small steps", "gemba": "",
    "dock-to-dock": "from arrival to dispatch", "takt": "", "bom": "parts list", "mrp": "", "jit": "", "mro": "",
    "wip": "work in hand", "ltifr": "accident rate", "trir": "accident rate", "ltir": "accident rate",
    "hse": "health and safety", "ehs": "health and safety", "ppe": "protective equipment", "los": "length of stay",
    "emr": "patient record", "ehr": "patient record", "hcahps": "", "revpar": "revenue per room",
    "adr": "room rate", "goppar": "", "truck roll": "engineer's visit", "soho": "small office",
    "ats": "applicant tracking", "hris": "staff records", "dei": "diversity and inclusion", "ld": "learning",
    "l&d": "learning", "lms": "learning system", "eb": "", "evp": "what we offer staff",
    # Management fog.
    "synergy": "working together", "operationalize": "put to work", "north star": "main goal",
    "north-star": "main goal", "value stream": "the steps that serve a customer", "paradigm": "way of thinking",
    "paradigm shift": "change of mind", "low-hanging fruit": "easy gains", "move the needle": "make a difference",
    "best-of-breed": "the best", "best of breed": "the best", "boil the ocean": "do too much",
    "ideate": "find ideas", "ideation": "finding ideas", "incentivize": "reward", "productize": "sell as a product",
    "thought leadership": "being listened to", "ecosystem play": "", "net promoter system": "",
    "value proposition canvas": "", "deep dive": "close look", "bleeding edge": "newest",
    "core competency": "what we do best", "verticals": "sectors", "learnings": "lessons",
    "deliverables cadence": "", "growth hacking": "", "flywheel": "", "moonshot": "", "granularity": "detail",
    "right-size": "fit", "rightsize": "fit", "solutioning": "solving", "swim lane": "",
    "strategic imperatives": "priorities", "operating rhythm": "routine",
    "target operating model": "how we will work", "tom": "how we will work", "sox": "financial control law",
    "pmo": "project office", "bpmn": "", "bpm": "process management", "erp": "business system", "bi": "reporting",
    "mvp": "first usable version", "poc": "trial", "r&r": "", "raci": "who does what",
    "rag status": "red, amber, green", "grc": "governance and risk", "slt": "senior leaders",
    "ftr": "right first time", "rft": "right first time", "csr": "social responsibility",
    "esg": "environment, social, governance", "cx": "customer experience", "ex": "employee experience",
    "resolver": "who resolves", "lead time for changes": "time from change to live use", "false positive rate": "",
    "schedule performance index": "progress against plan", "spi": "progress against plan",
    "cpi": "cost against plan", "quiet quitting": "", "bench time": "", "golden path": "recommended way",
}  # fmt: skip

READABLE = listed(
    """lead_time_for_changes false_positive_rate target_operating_model cpi 5g thought_leadership epic
    canary rest los adr ex csp cmd tom paradigm low_hanging_fruit move_the_needle boil_the_ocean deep_dive
    bleeding_edge learnings granularity core_competency strategic_imperatives operating_rhythm moonshot
    incentivize right_size rightsize verticals accretive red_team refresh"""
)
"""Entries that are explained when asked for, but read plainly enough, or mean too much else, to be called jargon."""

FAMILIAR = listed(
    """it sla slas kpi kpis okr okrs roi nps crm hr fte ftes ai fy ceo cio cfo coo cto eoy eoq gdpr iso iec
    tv pc pcs id ids faq faqs pdf gps atm pin sms ip vip dvd cctv usb led am pm ok diy qa vs etc eg ie no rd
    r&d q&a pr vat gp gps mp bbc phd mba covid hiv aids dna hgv suv ev evs b2b b2c i ii iii iv vi vii viii
    ix xi ngo ngos plc ltd inc llc gmbh ag sa rfp usa us uk eu un nhs uae eea emea apac latam amer noram anz
    na mena dach nato oecd g7 g20 nz eur usd gbp chf aud cad inr jpy ny nyc dc nsw hmrc dvla dwp mod mhclg
    dft dfe defra decc dcms fco fcdo bis beis moj dhsc hmt hmpps ofsted ofcom ofgem cqc fca cma hse ons nao
    gds nice ukri tfl hm irs fda epa cdc fema dhs dod doe doj dot hhs hud nasa noaa nih nsf gao gsa gsa omb
    opm sba sec ssa usda usaid usps usgs va faa fcc ftc fbi cia tsa uscis osha nist dol who unicef unesco
    wto imf ilo fao unhcr ecb eba esma ema bsi acas nasdaq ftse itu ieee"""
)
"""Short forms that need no explaining: common ones, countries, public bodies."""
