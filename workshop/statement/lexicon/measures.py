"""What metrics look at: how measured, of what, seen from which side."""

from workshop.statement.senses import (
    BUSY,
    COST,
    COUNT,
    COVER,
    DONE,
    FEEL,
    GOOD,
    LATE,
    MONEY,
    PROMPT,
    SAFE,
    SCORE,
    SHARE,
    STAFF,
    STOCK,
    THRIFT,
    TIME,
    USE,
    VOLUME,
)

WORDS = (
    # Words of time that tell no time.
    (
        0,
        """full_time part_time real_time one_time time_zone time_sheet run_time flexible_time time_period
        period_of_time type_of_day time_of_day day_of_week day_of_the_week""",
    ),
    (
        SHARE,
        """percent percentage % pct share proportion rate ratio fraction portion incidence prevalence
        per_cent per_capita density relative_to as_a_share to_total of_total of_all out_of
        divided_by ÷ per_100 per_1,000 per_10,000 per_100,000 per_thousand per_million against_plan
        to_plan original_plan vs_plan versus_plan as_a_percentage expressed_as mix completion
        completion_rate versus vs""",
    ),
    (
        COUNT,
        """number # count total volume amount sum quantity tally how_many no. frequency cumulative raw
        breakdown distribution size mile_of square_foot_of square_meter_of linear_foot_of lane_mile_of
        cubic_yard_of kilometer_of km_of acre_of hectare_of yard_of foot_of feet_of tonne_of ton_of
        pound_of kg_of liter_of gallon_of""",
    ),
    (
        TIME,
        """time duration day hour minute second week month length_of_stay hospital_stay average_stay
        delay wait lag longest shortest latency speed age lead_time cycle_time turnaround
        response_time resolution_time waiting_time wait_time queue_time processing_time service_time
        mttr mttd mtta mttc ttr ttfb asa dso dpo dwell_time time_to mean_time elapsed how_long
        days_to hours_to tat length pace setup_time changeover sales_cycle order_to_cash
        cash_conversion_cycle days_sales_outstanding days_payable_outstanding time_lag time_between
        mean_time_between how_quickly how_fast payback_period response_speed page_load loading
        boarding_time interval blocked_days blocked_time days_blocked time_since days_since timeline""",
    ),
    (
        COST,
        """cost spend spending expense expenditure budget opex capex overhead remuneration charge price
        cpa cpc cpl cac tco cost-to-income cost_income labor_cost payback wage_bill fee tariff
        total_cost effort time_spent wage_cost pay_bill""",
    ),
    (
        MONEY,
        """revenue profit profitability margin income earning sale booking arr mrr ebitda roi return_on
        return_on_investment cash cash_flow cashflow value order_value deal_size basket discount deposit
        premium sold dividend equity debt liquidity current_ratio quick_ratio market_share wallet_share
        ltv clv lifetime_value share_price gross_margin net_margin operating_margin donation fundraising
        lost_revenue working_capital arpu revpar wage salary deal contract_value tcv acv solvency
        net_worth ticket_price selling_price average_price sale_price room_rate""",
    ),
    (
        SCORE,
        """score rating satisfaction csat nps promoter index grade review_score star happiness happier
        sentiment effort_score csi dsat ces perception reputation rate_services rate_the rate_our
        loyalty trust recommend maturity_level ranking happy benefit impact quality usability
        outcome frequency_and_severity severity_of severity_rate survey_result brand_awareness
        satisfied customer_effort pay_gap achievement_gap attainment_gap gap_between results""",
    ),
    # Effects that are good in themselves.
    (
        GOOD,
        """success successful accuracy accurate availability uptime reliability correct correctly yield
        first-contact first_contact first-call first_call first_phone_call first_interaction
        first-time first_time first_visit right_first first_attempt fcr one_interaction first_review
        retention renewal conversion win_rate pass_rate clearance_rate graduation acceptance
        attainment close_rate closing_ratio meet conformance precision recall survival recovery_rate
        consistency achievement predictability achieved realized kept share_of_voice open_rate
        click-through click_through response_rate engagement_rate employment employed in_work pass
        attendance mtbf  fill_rate match_rate hit_rate win won
        sla_compliance sla_adherence sla_attainment service_level_attainment
        service_level_compliance approval_rate acceptance_rate first_pass forecast_accuracy
        placement literacy true_positive false_positive false_alarm on-shelf_availability recovery
        goal_attainment quota_attainment mean_time_to_failure stability exactness recovered recycled
        progress cured cure_rate repeat_purchase repeat_customer repeat_business brand_recognition
        brand_preference top_of_mind life_expectancy healthy_life biodiversity clean_energy
        jobs_created job_creation school_readiness stickiness perfect_order recycling_rate forecast_error
        forecast_bias fit lives_saved first_assignment first_assigned first_touch effectiveness
        one_call one_contact one_touch carbon_neutral carbon_neutrality climate_neutral
        climate_neutrality net_zero on_first first_line at_first crash-free""",
    ),
    # How far a safeguard reaches.
    (
        COVER,
        """coverage covered compliance compliant training test_coverage review backed_up assigned_owner
        owner owned approval audit assessment immunization hygiene inspection inventoried mfa
        multi-factor multi_factor sso protection completeness complete populated signed attested
        training_completion appraisal one-to-one succession ready readiness drill rehearsed
        exercised screening preventive preventative maintenance planned_maintenance adherence
        participation participating authenticated workaround restored_in restore_test restore_tests
        policy_compliance safeguarding awareness automated_test code_review cross_training
        original_plan up-to-date up_to_date risk_assessment risk_review vulnerability_scan
        security_review performance_review supported_by policy within_policy in_policy tagged
        labeled mapped insured segregated rotated hardened managed licensed background_check
        security_clearance induction induction_completed qualified certification competency
        disaster_recovery_test penetration_test baseline_established instrumented metered metering
        in_place safety_walk safety_observation observation backup_test access_review recertified
        due_diligence immunized codify standardize contingency continuity_plan exit_plan mentoring
        development_plan career_plan succession_plan personal_development learning hours_trained
        days_trained training_hour training_hours hours_of_training learning_hours
        cross_training_hours train test patch encrypt document approve certify scan assess vaccinate
        inspect enroll register classify protect screen verify validate rehearse monitor
        verification validation vaccination encryption registration documentation rehearsal practice
        charter backup insurance consent supervision accreditation first_aider fire_warden
        continuity_agreement risk_register safety_training safety_inspection check_completed checked
        with_sla under_contract under_maintenance automated_monitoring job_plan fire_drill
        fire_drills fire_safety understand understood aware familiar_with skilled accredited vetted
        calibrated attestation sign_off preparedness conformity bench_strength smoke_alarm antenatal
        prenatal contraceptive with_a_plan fitted_with framework_agreement evidence quality_control
        quality_assurance quality_check quality_review quality_inspection disaster_practice
        disaster_practices security_test security_tests induct inducted brief course module
        e_learning deputy sponsor""",
    ),
    # What is still open.
    (
        STOCK,
        """open backlog backlogged pending outstanding overdue unresolved unsolved unassigned queue
        queued in_queue waiting awaiting waiting_list waitlist active_problem active_incident
        active_ticket active_case active_issue active_order active_request active_work_order
        waiting_over waiting_more_than waiting_longer waiting_longer_than wip burndown
        work_in_progress in_progress under_review under_investigation in_review on_hold aging aged
        older oldest stale neglected unprocessed undelivered unanswered un-responded unresponded
        un-resolved bottle-neck bottleneck past_due past_their delayed remaining unfilled pipeline
        not_done unapplied unreviewed unpaid parked being_started not_yet unallocated unclosed
        to_be_done order_backlog work_in_hand unstarted unread to_do backorders orders_outstanding
        undecided untriaged requests_outstanding without_progress no_progress untouched not_updated
        no_update remained_open remain_open been_open stayed_open tasks_blocked items_blocked
        stories_blocked blocked_task blocked_item blocked_story blocked_ticket queue_length
        queue_size length_of_queue line_length""",
    ),
    # What is left of it: it warns, and it costs.
    (
        STOCK | THRIFT,
        """capacity memory_utilization cpu_utilization storage_utilization disk_utilization bandwidth_utilization
        capacity_used capacity_headroom capacity_reserve headroom disk storage inventory_level
        stock_level days_of_inventory disk_capacity""",
    ),
    # Work done.
    (
        DONE,
        """closed resolved handled processed completed implemented published created produced delivered
        sent answered held conducted performed executed issued released deployed raised written made
        hosted organized carried_out solved fixed shipped built fulfilled done finished printed taught
        posted distributed briefed treated installed migrated calling dialed submitted outbound detected
        prevented blocked responded given provided manufactured launched composed drafted booked logged
        received opened used uploaded added closed_out dispatched picked packed repaired cleaned
        serviced painted planted filled captured dispensed resolutions closures completions""",
    ),
    # What arrives or goes by.
    (
        VOLUME,
        """letter form record file sample play ticket incident request call chat email contact visit
        visitor traffic view page_view pageview impression click download install session hit like
        follower fan subscriber mention retweet feedback application applicant lead event alert
        log_in login logon transaction order enquiry inquiry survey query message reminder
        interaction case issue problem change release rfc deployment commit pull_request
        merge_request line_of_code lines_of_code loc story story_point point card task test_case
        document page article post blog blog_post newsletter campaign ad advert video webinar
        workshop enrollments hours_trained days_trained training_hour training_hours
        hours_of_training learning_hours cross_training_hours training_session training_sessions
        course class meeting review_meeting report dashboard presentation demo proposal quote
        cold_call sales_call sales_meeting shipment parcel unit operation procedure admission
        outpatient_visit loan leaflet flyer consultation scan rule server application_count device
        asset configuration_item ci sku invoice payment_run phone_call contact_us access tweet
        meetup registration attendee participant headcount staff_number employee_count prescription
        referral user_story feature toolbox_talk patent citation project idea suggestion attack
        threat malware spam intrusion tool integration update bulletin brand_mention website_visit
        footfall conversation notification hire screen stakeholder signup sign_up sign-up share
        comment reaction reach template subscription unit_test build referral_made circular sms
        push_notification banner coupon voucher site_visit inspection_visit press_release
        media_mention backlink keyword search transaction_rate arrival_rate request_rate
        message_rate call_rate phone_number job_posting job_opening vacancy_posting
        vulnerability_scans risk_assessments audits inspections reviews reservation deliverable epic
        bug_fix upgrade migration committee working_group partnership grant award publication paper
        conference delegate exhibit respondent interview focus_group permit licence_issued memo
        satisfaction_survey satisfaction_surveys satisfaction_questionnaire disaster_practice
        disaster_practices drill drills exercise exercises security_test security_tests lesson
        lessons demo_booking social_post tender bid search_query user_group trip journey
        number_of_booking number_of_star room_booking impressions media_coverage press_coverage fire_drill
        fire_drills town_hall training_day training_days service_call service_calls claim reset""",
    ),
    (
        STAFF,
        """employee staff worker workforce agent developer personnel their_job their_work at_work
        coming_to_work work_environment job_satisfaction nurse teacher faculty professor lecturer tutor
        instructor manager enps crew clinician doctor technician engineer operator staff_member
        staff_members team_member team_members board_member pulse morale burnout""",
    ),
    (
        FEEL,
        """engagement morale burnout stress wellbeing well-being enps pulse motivation look_forward
        psychological_safety intention_to_leave satisfied satisfaction happier mood team_health
        safety_climate promoter recommend happiness job_satisfaction trust sentiment belonging
        inclusion_score burn-out burnout_risk intent_to_stay staff_survey pride loyalty
        would_recommend feel feeling""",
    ),
    (
        USE,
        """adoption adopted uptake take-up take_up usage self-service self_service penetration
        digital_take-up online digitally digital_channel channel_shift activation activated reuse
        opened_by via_portal through_the_portal through_self-service article_usage knowledge_usage
        logged_in_at_least viewed accessed in_use used_by actively read_by on_the_new using use who_use
        migrated_to moved_to active_user active_users active_customer active_member active_account
        active_learner users_themselves themselves by_the_user by_users""",
    ),
    (
        PROMPT,
        """on_time on-time ontime within_target within_sla within_slas within_time in_time timely
        timeliness by_their_due due_date by_due_date deadline deadlines on_schedule target_time
        agreed_time within_agreed service_level_target same-day same_day promptly punctuality
        punctual otif late lateness delayed milestone milestones schedule_performance agreed-upon
        within_the_agreed within_the_target within_service_level within_policy_timeframe timeframe
        within_deadline project_schedule to_schedule schedule_adherence schedule_variance
        to_timetable as_scheduled""",
    ),
    # Being busy.
    (
        BUSY,
        """throughput handle_time handling_time average_handle_time aht talk_time call_length
        call_duration hold_time after_call after-call after-contact after_contact wrap-up wrap_up acw
        velocity calling_time busy busyness working_time task_hours staff_involved time_on_phone
        hours_logged keystroke session_length time_on_site time_on_page pages_per calls_per_agent
        agent_occupancy staff_occupancy operator_occupancy advisor_occupancy adviser_occupancy""",
    ),
    # What is got out of the means.
    (
        THRIFT,
        """utilization utilized idle productivity per_employee per_agent per_hour per_fte per_head
        per_staff per_person_hour billable overtime hours_worked inventory_turnover stock_turnover
        asset_turnover collection_turnover table_turnover room_turnover bed_turnover turns stock_turn
        overall_equipment oee intervention manual_effort manually automation automated self-healing
        self_healing saving savings saved dollars_saved efficiency toil yield_per per_square unused
        wasted spare surplus excess touchless straight-through straight_through paperless cpu memory
        bandwidth output_per per_shift consumption water_use kwh workload caseload labor_hours
        crew_hours units_per space_used capacity_utilization automatic automatically to_staff staff_to
        to_employee employee_ratio staff_ratio staffing_ratio staffing_level staff_per span_of_control
        energy_intensity carbon_intensity water_intensity headcount_per floor_space load_factor
        run_rate chargeable labor_productivity picks_per stops_per miles_per per_kilometer per_mile
        per_tonne per_unit paper_use beds_per hours_per occupancy seats_occupied energy_use fuel_use power_use
        energy_consumption manual_intervention manual_work manual_process manual_processing manual_step
        manual_entry manual_task fuel_per energy_per pick_rate production_rate processing_rate
        output_rate turn_rate line_speed empty_miles empty_running""",
    ),
    # Open for too long.
    (
        LATE,
        """overdue backlogged neglected older oldest aged aging age past_due past_their stale
        behind_schedule waiting_over waiting_more_than waiting_longer waiting_longer_than expired >
        open_longer longer blocked_days blocked_time days_blocked time_since days_since
        remained_open remain_open been_open stayed_open""",
    ),
    # People who use the service, or win from it.
    (
        SAFE,
        """user active_user customer client member household citizen tenant individual people person beneficiary
        patient_treated patient student learner resident passenger guest borrower farmer child family
        pupil parent woman man girl boy older_people older_person older_adult older_resident adult youth carer
        taxpayer claimant reader viewer listener volunteer donor""",
    ),
)
