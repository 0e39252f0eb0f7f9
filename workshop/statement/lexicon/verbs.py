"""Verbs, grouped by what they promise; American -ize, base form, `_` for a blank."""

from workshop.statement.senses import (
    BEING,
    BETTERS,
    DOES,
    EITHER,
    ENDS,
    GIVES,
    HANDLES,
    HAVING,
    KEEPS,
    LOWERS,
    MAKES,
    MODAL,
    RAISES,
    REACHES,
    RENEWS,
    SKIPPED,
    WINS,
)

WORDS = (
    # Bringing something in, or putting it to work.
    (
        DOES,
        """implement deploy launch introduce install rollout roll_out go_live put_in_place set_up stand_up start_up
        spin_up switch_on commission provision configure integrate automate adopt enforce enact apply activate
        enable_access equip retrofit outfit add embed_in rebrand relaunch migrate onboard_onto""",
    ),
    # Taking something away.
    (
        DOES,
        """retire decommission sunset phase_out switch_off shut_down wind_down replace discontinue archive dispose
        offboard relocate move_to rehost replatform refactor rewrite consolidate merge centralize outsource
        insource""",
    ),
    # People and money.
    (
        DOES,
        """hire recruit appoint train retrain upskill educate coach mentor invest fund procure purchase buy lease
        award contract subcontract second staff_up""",
    ),
    # Writing and telling.
    (
        DOES,
        """publish document write write_up draft redraft author present announce broadcast circulate distribute
        translate blog tweet e_mail file record catalog digitize index propose recommend begin_reporting
        start_reporting communicate_to email mail""",
    ),
    # Looking into.
    (
        DOES,
        """conduct perform undertake carry_out assess evaluate analyze investigate identify define scope specify
        benchmark baseline inspect examine consult study interview prototype validate verify inventory""",
    ),
    # Meeting and showing.
    (
        DOES,
        "host hold organize arrange schedule convene attend book do reach_out teach meet_with cross_train",
    ),
    # Making and finishing work.
    (
        DOES,
        """redesign revamp overhaul ship complete finish finalize prepare construct refurbish renovate
        resurface get_feedback get_input seek_feedback mow sweep plow grade_road repaint replant plant
        vaccinate redecorate excavate manufacture assemble print film sign_off submit approve ratify
        amend repeal agree patch code fix repair clean_up tidy convert connect link_up bring_online
        bring_forward reopen reintroduce legislate demolish kill re-design agree_on decide_on execute select
        update upgrade rework reorganize restructure compile collect gather administer advertise
        allocate appraise assign authorize ban classify co-create co-design collate combine commence
        compute conclude confirm customize debug decentralize declare delegate describe designate
        determine diagnose discuss display donate downgrade encrypt endorse enlist extract formalize
        incorporate incubate inform initiate institutionalize instruct invent kick_off locate nominate
        publicize query recalibrate reconcile reconfigure rectify redirect rehabilitate reinstate
        remodel replicate require reserve revise route scrutinize segment send separate simulate solicit
        speak_at subsidize substitute summarize suspend synthesize systematize terminate trace transport
        troubleshoot tutor virtualize visualize withdraw paint turn_on turn_off go_fully_live
        transition""",
    ),
    (
        DOES | EITHER,
        """release audit survey review research plan pilot test map design visit contact call post
        report trial scan monitor track schedule stream budget scope pitch demo sponsor rebuild begin
        start open check estimate rent finance grant license link log measure model package structure switch
        transfer claim run""",
    ),
    # Work with hands, and on paper, of other trades.
    (
        DOES,
        """electrify repave pave insulate rewire calibrate wire fence sow harvest breed prune tag label
        photograph upload import export shred codify notify brief debrief poll canvass petition
        lobby negotiate renegotiate retender tender register enroll list delist divest refinance
        exhibit set draw_up lay_out put_up lay dig drill dredge weigh sample sterilize immunize
        screen treat prescribe refer discharge transcribe subtitle illustrate proofread edit curate
        stage rehearse perform_in tour dub stock restock relabel pack repack palletize weld""",
    ),
    # Making: a thing, or a quality that nobody can hand over.
    (
        MAKES,
        """build create develop establish produce form make craft devise formulate institute constitute forge
        cultivate""",
    ),
    (GIVES, "provide offer deliver supply give"),
    (GIVES | EITHER, "issue"),
    (RENEWS | EITHER, "change"),
    (
        RENEWS,
        """modernize transform redevelop renew reengineer reinvent digitalize rationalize standardize harmonize
        rethink reform reshape alter modify adjust operate re-engineer refresh""",
    ),
    # Directions without an end.
    (
        BETTERS,
        """improve strengthen enhance optimize streamline simplify promote foster encourage nurture
        deepen enable empower facilitate help assist ease advance accelerate elevate enrich evolve
        leverage harness utilize employ capitalize_on maximize minimize prioritize emphasize focus
        focus_on champion advocate celebrate inspire motivate delight wow surprise excite satisfy engage
        involve collaborate cooperate partner_with work_with work_together work_closely work_toward
        work_to work_on work_actively strive aim seek continue_to contribute commit_to pursue become be
        remain stay act behave lead_by live_up embrace embed instil instill ingrain cascade align
        harmonize_with coordinate integrate_with connect_people understand learn appreciate recognize
        value respect protect safeguard defend harden future-proof futureproof de-risk derisk mitigate
        manage govern oversee steward transition_to shift position stand_for differentiate own drive
        catalyze stimulate spur unlock unleash bolster fortify reinforce solidify uphold honor preserve
        restore_confidence rebuild_confidence rebuild_trust restore_trust revitalize regenerate energize
        better serve cater think challenge influence shape tackle address combat fight confront prevent
        avoid discourage deter counter welcome attract retain keep_on care ensure_that_we demonstrate
        show exemplify create_awareness raise_awareness build_awareness participate contribute_to
        reduce_reliance explore innovate experiment collaborate_with clarify democratize mainstream
        bridge unify reimagine professionalize tailor personalize sharpen refine tighten broaden
        diversify mobilize stabilize take_advantage make_full_use make_better_use make_use make_sure
        make_it take_action take_urgent_action take_step use want invite uplift level_up turbocharge
        supercharge double_down lean_into demystify humanize dial_up tune fine_tune polish thrive
        flourish succeed adapt aid compete consider conserve convey discover elicit expedite follow
        justify listen match orchestrate orient persuade play practise prove push refocus regulate
        rescue reveal revive speed_up steer supervise unite pioneer matter belong communicate share
        reward stay_ahead keep_up look_after listen_to stand_up_for win_hearts win_the_hearts
        earn_trust""",
    ),
    (BETTERS | EITHER, "support partner work focus lead influence balance power access"),
    (
        RAISES,
        """increase grow raise lift expand extend boost multiply scale upscale widen rise climb enlarge heighten
        double triple quadruple treble jump gain push_up drive_up ramp_up step_up bring_up improve_from go_up
        generate acquire source win_back sell upsell""",
    ),
    (
        LOWERS,
        """reduce cut decrease lower lessen shrink diminish shorten halve decarbonize de-carbonize
        defray trim slash curb drop fall decline bring_down drive_down push_down slow decelerate contain
        limit cap compress shave relieve alleviate deflect cut_down scale_back go_down narrow
        mitigate""",
    ),
    (RAISES | LOWERS, "bring get move take shift_from"),
    (
        KEEPS,
        """maintain keep sustain ensure insure guarantee hold_at retain secure comply assure stay_within
        stay_below stay_above stay_under remain_within remain_below remain_above restrict keep_within""",
    ),
    (
        ENDS,
        """eliminate remove halt eradicate end abolish stop cease eliminate_all remove_all do_away clear
        get_rid wipe_out stamp_out rid zero_out""",
    ),
    (
        REACHES,
        """achieve capture recycle reuse recover reach hit attain accomplish realize score exceed surpass meet beat
        outperform fulfill land deliver_on average rank earn close_on return save""",
    ),
    (
        WINS,
        """pass win obtain gain_certification achieve_certification become_certified get_certified
        break_even certify accredit be_certified qualify sign retain_accreditation
        retain_certification""",
    ),
    (
        HANDLES,
        """resolve close answer respond process handle solve settle dispatch fulfill triage reply
        acknowledge action restore decide adjudicate pay complete_within deliver_within patch let
        turn_around remediate issue_within serve_within onboard fill""",
    ),
)

SMALL = (
    (MODAL, "will shall must should would can could may might to going_to intend_to need_to aim_to plan_to"),
    (BEING, "be is are was were been being get gets got becomes become remains 's gets_to has_been have_been"),
    (HAVING, "have has had own owns hold holds"),
    (
        SKIPPED,
        """also fully successfully continuously continually proactively actively always quickly easily
        further progressively urgently significantly substantially greatly strategically really
        still now simply truly effectively efficiently consistently regularly together not only just
        then consequently materially dramatically measurably sustainably radically steadily rapidly
        safely securely jointly collectively never rarely increasingly genuinely seamlessly reliably
        continue start begin try help seek aim strive work_hard continue_to start_to begin_to try_to
        help_to seek_to aim_to strive_to work_to go_on_to want_to in_order_to so_as_to""",
    ),
)
"""Small words that hold a verb up."""
