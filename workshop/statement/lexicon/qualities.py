"""Praise in place of a measure, and nouns that nobody can hand over."""

from workshop.statement.senses import ABSTRACT, FUZZY, MILD

WORDS = (
    # Praise: of another's work, of our own, of the future.
    (
        FUZZY,
        """world-class world_class worldclass best-in-class best_in_class best-of-breed best_of_breed
        best-practice best_practice best_possible leading-edge leading_edge cutting-edge cutting_edge
        state-of-the-art state_of_the_art industry-leading industry_leading market-leading
        market_leading premier first-class first_class high-performing high_performing high_quality
        high_performance gold_standard outstanding excellent exceptional exemplary great good better
        best superior awesome amazing delightful beautiful brilliant fantastic memorable remarkable
        enviable unrivaled unparalleled unmatched next-generation next_generation next-gen innovative
        customer_first customer-centric customer_centric people_first data-driven data_driven
        future-ready future_ready future_proof robust agile lean sustainable sound solid strong trusted
        trustworthy dependable seamless frictionless smooth intuitive effective efficient effortless
        equitable vibrant thriving meaningful impactful compelling engaging valuable valued appropriate
        adequate sufficient suitable necessary proper fit-for-purpose fit_for_purpose optimal enhanced
        improved strengthened increased deeper wider greater stronger smarter comprehensive holistic
        cohesive coherent profitable competitive differentiated high-value high_value value_added
        value_adding cost-effective cost_effective rewarding transformational transformative significant
        substantial measurable sustained continuous enabling welcoming energized motivated satisfied
        fiercely nationally_appropriate stellar superb unbeatable second_to_none unique inspiring
        exciting dynamic bold ambitious forward_thinking forward_looking people-centered user-centric
        citizen-centric""",
    ),
    (
        MILD,
        """modern advanced intelligent smart digital-first digital_first mobile_first user_friendly
        cloud-first cloud_first ai_first resilient scalable flexible nimble reliable secure safe stable
        simple easy timely fast faster quick quicker responsive proactive consistent transparent
        accessible inclusive diverse fair healthy personalized tailored relevant integrated end-to-end
        end_to_end real-time joined-up joined_up affordable right mature skilled capable supportive
        collaborative loyal highly_skilled well_informed informed proud attractive convenient leading
        positive uninterrupted useful strategic happy""",
    ),
    # Qualities of people and of the organisation.
    (
        ABSTRACT,
        """culture mindset trust confidence credibility reputation brand loyalty relationship relation
        partnership collaboration cooperation cohesion alignment synergy engagement morale happiness
        well-being wellbeing wellness belonging inclusion diversity equity equality fairness
        awareness understanding appreciation advocacy excellence leadership stewardship
        accountability responsibility ownership transparency openness integrity ethics
        professionalism empathy respect talent workforce capability capacity competence competency
        skill maturity readiness ability potential aspiration heritage identity livelihood path
        pathway avenue conditions know_how expertise resilience agility flexibility adaptability
        scalability robustness stability sustainability reliability efficiency effectiveness
        productivity performance quality value advantage differentiation growth momentum innovation
        creativity transformation modernization digitization digitalization improvement
        simplification optimization environment workplace ecosystem landscape climate community
        experience journey presence position positioning standing future vision mission purpose
        direction strategy_alignment opportunity outcome impact benefit result success prosperity
        strength vitality pride unity sophistication footprint foundation governance practice
        best_practice discipline rigor visibility insight intelligence knowledge communication
        dialogue conversation feedback_culture security safety privacy compliance posture hygiene
        coverage usability accessibility availability interoperability connectivity mobility
        ways_of_working way_of_working team organization company enterprise operation business
        institution""",
    ),
)
