"""Terms of art without a plain word, plain words that only look like jargon, and short forms that everybody knows."""

from workshop.statement.senses import listed

TERMS = listed(
    """cmd snow rest revops docker terraform ansible jenkins github gitlab jira kafka kibana splunk
        grafana prometheus swagger graphql postgres mongodb nagios datadog pagerduty hadoop
        snowflake databricks dev crdt idempotent stack_trace collab 5g_sa bootstrap git nosql regex
        daemon kernel ga k-factor rule_of_40 sku_rationalization 5s a3 on-chain blockchain backfill
        orchestration ssl tls mr pr_throughput inference rag soar csp ioc ttp sql sal ae mofu bofu
        ugc rep on-page_optimization plg smarketing mom fp&a sga sg&a tpm jit goppar soho ld eb
        net_promoter_system value_proposition_canvas deliverables_cadence r&r ex resolver lineage
        okta servicenow salesforce zendesk elasticsearch redis rabbitmq nginx openshift bitbucket
        sonarqube selenium dynatrace new_relic power_bi tensorflow pytorch typescript javascript
        golang reactjs nodejs vpc s3 lambda devrel liquibase flyway istio airflow dbt mixpanel hubspot
        marketo freshdesk freshservice opsgenie statuspage logstash fluentd dynamodb bigquery
        cloudfront cloudwatch webpack eslint junit figma asana trello circleci copilot mongodb
        active_directory sharepoint citrix vmware"""
)
"""Tools, and letters that stand for more than one thing: known for jargon, each for the room
        itself to say plainly."""

READABLE = listed(
    """lead_time_for_changes target_operating_model cpi 5g thought_leadership epic los adr tom
    paradigm_shift low-hanging_fruit move_the_needle boil_the_ocean deep_dive bleeding_edge granularity
    granular core_competency strategic_imperatives operating_rhythm moonshot incentivize right-size
    rightsize verticals accretive red_team fulfillment_latency configuration_item post-implementation_review
    root_cause_analysis penetration_test provisioning deprovisioning hardening patch_compliance
    vulnerability_remediation high_availability redundancy single_point_of_failure uptime_sla alert_fatigue
    playbook rollback backout_plan change_failure_rate canary_release first-line_support sprint
    backlog_grooming chargeback audit_trail segregation_of_duties actionable_insights center_of_excellence
    operating_model stakeholder_alignment onboarding_journey touchpoint frictionless net-new qa multi-tenant
    master_data_management resource_utilization fte_utilisation regression_test regression_testing load_test
    end-to-end_test self-healing code_churn tail_spend omnichannel basis_point sell-through bench_time
    escaped_defect codebase code_base on-premises sus"""
)
"""What has a plainer wording but reads plainly enough, or means too much else, to be called jargon."""

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
