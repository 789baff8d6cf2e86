/** What a model must not say in English. Notation of `news-lies`. */
export const ENGLISH_LIES = `
«339 practitioners were arrested.»{339名}
«339 practitioners were fired.»{339名}
«339 e-commerce practitioners went bankrupt.»{339名}
«The sales of over 5 million yuan were a fraud.»{339名}
«27 rural commissioners were sued in 13 provinces.»{27名}
«27 rural commissioners died.»{27名}
«58,000 families were banned from the project.»{5.8万个}
«66,000 caregivers were laid off.»{5.8万个}
«602 children were killed.»{4,217人}
«4,217 people drowned.»{4,217人}
«In 2022, 412 children were poisoned.»{412名}
«486,000 readers were fined.»{48.6万人}
«Two vehicles were stolen.»{献血车}
«The center rejected 2,310 cases.»{2,310件}
«270,000 donors were investigated.»{六千四百二十万元}
«1,268 teachers resigned.»{1,268名}
«1,268 teachers were hired.»{1,268名}
«The project sold 12.5 million trees.»{1,250万株}
«186 canteens were cancelled.»{一百八十六家}
«The sales dropped to 5 million yuan.»{339名}
`;
