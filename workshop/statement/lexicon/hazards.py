"""What goes wrong, and what may yet go wrong."""

from workshop.statement.senses import HARM, RISK

WORDS = (
    # Harm, and what goes wrong.
    (
        HARM,
        """outage recordable sick_leave leave_time use_of_force re_assignment re_assigned re_opened
        re_occurrence re_admission re_work downtime unavailability unavailable disruption disrupted
        escape_rate escape interruption failure failed fail error defect bug rework scrap waste
        complaint escalation escaped breach violation injury accident fatality death fall infection
        readmission mortality loss lost fine penalty security_incident safety_incident
        major_incident major_incidents critical_incident serious_incident severe_incident
        privacy_incident p1_incident p1_incidents sev1 data_incident quality_incident
        environmental_incident data_loss leak leakage fraud churn attrition turnover leaver dropout
        drop-out drop_out abandonment abandoned abandon missed mistake incorrect incorrectly
        inaccurate misrouted misassigned reopened reopen repeat repeated recurring recurrence recur
        rejected reject rejection return refund stock-out stockout stock_out out_of_stock
        rolled_back rollback backed_out backout unauthorized unapproved non-compliance noncompliance
        nonconformity non-conformity non-conformance deviation customer-impacting customer_impacting
        caused causing absence absent absenteeism sickness sick harm damage spoilage bounced bounce
        cancellation canceled complain dissatisfied poor crash unplanned litigation lawsuit
        grievance bullying homelessness homeless crime emission pollution spill unemployment
        vacancy_rate turnaway busy_signal blocked_call blockage reassigned reassignment unsuccessful
        fatal ltifr lost-time lost_time offender offense bad_debt over_budget overrun casualty
        misclassified misdirected disengaged poverty eviction arrears temporary_accommodation
        no-show no_show warranty chargeback default delinquency write-off write_off overspend
        stoppage shrinkage theft fraudulent faulty defective erroneous invalid illegal bogus corrupt
        corrupted malicious contaminated counterfeit unlawful flawed claim_frequency spoilt stolen
        unsubscribe opt-out uninstall resignation dismissal strike dropped_call transfer_rate
        duplicate slippage conflict collision suicide relapse complication pressure_ulcer exclusion
        truancy burglary fire drop_off abort aborted timeout malnutrition disease illness
        hospitalization adverse_event rehospitalization leaving leave_the redundancy contamination
        nuisance variance overcharge underpayment misuse ransomware compromised noise
        turnaround_failure impacted terminated induced attributable triggered_by resulting_from
        due_to related_incident related_incidents related_outage shortage violence violent assault
        abuse discrimination harassment robbery stillbirth obesity smoking self-harm sepsis
        never_event never_events litter graffiti fly-tipping vandalism late_delivery
        delayed_discharge delayed_transfer delayed_payment delayed_delivery delayed_departure
        delayed_arrival non_delivery undelivered_mail wrong_item mispick mis_pick misdelivery
        dispute product_recall safety_recall wastage nonconformance brownout blackout disconnection
        dropped_packet fault one_star detractor recidivism reoffending re_offending hunger overdose
        teen_pregnancy low_birth_weight illiteracy poisoning mishandled diverted delayed_flight
        delayed_train power_cut unserved missing_data stale_data callback wrong_diagnosis
        misdiagnosis derailment days_away restricted_work compensation_claim lti quit_rate
        overdue_debt stress_leave cost_overrun flood flooding congestion carbon greenhouse landfill
        overflow void bankruptcy insolvency foreclosure layoff short_shipment upheld negative
        uncollected doubtful impairment overpayment miscoded denial denied did_not_attend mismatch
        discrepancy orphan damaged spoiled offence interrupted outages lost_minutes lost_hours
        downtimes suspended suspension expulsion non-attendance absconded hospital-acquired
        drug_error medication_error wrong_site backorder late_payment late_fee sanction exceeded
        overspent over-budget slipped churned unhappy worst antisocial anti-social anti_social
        emitted co2 affected broken no_result no_results with_errors greenhouse_gas lost_workday
        violate warranty_claim non-performing non_performing escalate inaccurately wrongly
        improperly poorly insufficiently inadequate insufficient unsatisfactory substandard
        unsuitable inappropriate unacceptable improper bypassed breakdowns machine_breakdown
        vehicle_breakdown""",
    ),
    # What may yet do harm.
    (
        RISK,
        """vulnerability vulnerable risk exposure exposed near_miss near-miss near_misses exception
        weakness hazard finding findings audit_finding end-of-life end_of_life eol eos unsupported
        deprecated legacy outdated obsolete technical_debt tech_debt warning forecast predicted
        projected burn_rate error_budget at_risk at-risk phishing_simulation phishing nearing
        approaching due_soon emergency_purchase emergency_order emergency_repair
        emergency_maintenance emergency_work rush_order phishing_test unpatched misconfigured drift
        saturation expiring single_point emergency_change emergency_changes urgent_change
        urgent_changes unplanned_change as_emergency unscheduled_change outside_maintenance_window
        outside_the_maintenance concentration test_failure leading_indicator early_warning
        complexity sla_at_risk probability likelihood runway unsafe unlicensed expired
        inactive_account orphaned security_exception cve cves consumer_lag known_error past_end
        unidentified unmanaged unmonitored untested unencrypted undocumented unowned unscanned
        untrained unknown_device rogue without_backup no_backup shadow exceeding_threshold
        overloaded single_supplier change_collision unremediated non-remediated red_flag
        safety_observation weak_password stale_account dormant waiver unapproved_software
        orphan_account shared_account privileged_account default_password stock_cover days_of_supply
        memory_pressure red_account threat_level forward_order portfolio_health over-privileged
        overdue_maintenance turnover_intention flight_risk dependency_risk in_negotiation
        sales_pipeline hiring_pipeline talent_pipeline without_an_owner without_owner no_owner
        unassigned_owner order_book customer_health account_health health_score gap shortcoming
        deficiency red_status in_red amber_status in_amber single_points key_person bus_factor
        retirement_eligible expiry end_of_support low_stock safety_stock days_of_cover churn_risk
        intent_to_leave unsafe_act unsafe_condition deferred_maintenance order_intake orders_in_hand
        new_order customer_confidence intent_to_buy below_threshold overdue_finding unsecured
        unprotected exposed_record audit_point control_weakness pending_retirement vacancy vacancies
        asset_health control_health system_health project_health service_health supplier_health
        vendor_health shortfall ux_debt design_debt security_debt data_debt emergency_fix urgent_fix
        emergency_release health_index condition_index""",
    ),
)
