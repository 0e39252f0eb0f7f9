"""What can be handed over, what is counted as work, who it is for."""

from workshop.statement.senses import ABSTRACT, CHORE, FOLK, PAPER, SERVICE, STAFF, THING, WORDWORK

WORDS = (
    # Systems and their parts.
    (
        THING | SERVICE,
        """portal system platform app application website site intranet database warehouse_system engine chatbot bot
        network helpdesk help_desk service_desk call_center contact_center data_center mailbox email_system
        payroll crm erp lms cms checkout storefront web_shop webshop shop marketplace gateway infrastructure
        server cloud datacenter wifi internet telephony printer printing booking_system hotline pipeline_tool
        knowledge_base wiki dashboard store branch clinic ward line library product feature""",
    ),
    (
        SERVICE,
        """service desk support email payment ordering booking billing onboarding procurement invoicing registration
        admission enrollment reporting logistics delivery transport housing repair maintenance facility
        workplace_service payment_service""",
    ),
    (
        THING,
        """tool software hardware laptop device sensor machine equipment building house home suite room
        kiosk terminal solution module component api interface integration connector script job
        robot model prototype pilot proof_of_concept mvp release version upgrade patch process
        procedure workflow scheme program programme project initiative campaign channel facility
        board committee council forum panel taskforce task_force office center_of_excellence
        command_center unit function role register registry catalog inventory repository archive
        template toolkit calendar schedule timetable directory index mechanism measure control
        technique methodology method standard specification architecture framework tracking
        capability_assessment request_form survey form page standard_operating_procedure sso mfa
        backup internet_connectivity network_connectivity internet_access wifi_access network_access
        site_mapping mapping request ticketing ticket_tracking network_refresh refresh""",
    ),
    (
        THING | PAPER,
        """plan policy strategy roadmap report review assessment analysis study audit guide guideline
        handbook manual playbook runbook brief briefing business_case charter contract agreement
        proposal document documentation specification certificate appraisal evaluation training course
        curriculum session meeting one-to-one qbr career_plan action_plan development_plan care_plan
        data_set newsletter blog article case_study white_paper whitepaper video webinar podcast
        press_release statement code_of_conduct plan_of_action list risk_register scorecard
        survey_result inspection""",
    ),
    # Work that is counted.
    (
        CHORE,
        """call meeting interview visit session workshop training webinar conference fair tradeshow
        trade_show trade_fair event demo demonstration presentation pitch briefing article post blog
        newsletter email mail mailing letter leaflet flyer brochure ad advert advertisement campaign
        video podcast publication report document page test inspection audit review assessment survey
        check-in check_in one-on-one one_on_one one_to_one release deployment commit sprint ticket task
        case_study case_studies outreach talk toolbox_talk walkthrough drill exercise update patch hire
        interview_panel proposal quote quotation knowledge_article kb_article course class lesson
        lecture consultation screening experiment conversation catch_up speaking_engagement meetup
        hackathon roadshow town_hall""",
    ),
    # Doing, said as a noun.
    (
        WORDWORK,
        """implementation deployment launch introduction installation rollout roll-out migration
        creation development construction completion publication documentation preparation recruitment
        hiring training release redesign replacement decommissioning upgrade relocation digitization
        automation procurement onboarding establishment setup set_up build design review audit outreach
        consolidation expansion refurbishment renovation modernization""",
    ),
    # People.
    (
        FOLK,
        """customer client user consumer shopper buyer guest visitor patient resident citizen tenant
        taxpayer passenger pupil student learner graduate alumni parent family household member
        subscriber supporter donor volunteer beneficiary veteran applicant candidate claimant caller
        partner supplier vendor retailer broker reseller investor stakeholder public community
        audience prospect lead trial person people woman women man men child girl boy youth adult
        everyone everybody nobody anyone farmer producer business company organization nation
        country population""",
    ),
    (
        FOLK | STAFF,
        """employee staff worker colleague team manager leader engineer developer nurse doctor
        clinician teacher faculty agent operator technician analyst driver crew workforce personnel
        clerk adviser advisor consultant caseworker officer inspector picker therapist lecturer
        professor starter new_starter joiner new_joiner new_hire hire leaver department rep
        representative dev contributor executive supervisor apprentice intern contractor
        professional""",
    ),
    (
        ABSTRACT,
        """service_culture customer_service service_excellence customer_experience user_experience
        employee_experience digital_experience learning_experience patient_experience support_service
        customer_support customer_care service_delivery decision_making decision""",
    ),
)
