/** What a model may well say in English, all of it true. Notation of `news-truths`. */
export const ENGLISH_TRUTHS = `
A total of 339 e-commerce practitioners were incubated, with sales of over 5 million yuan.{339名}
27 rural commissioners were dispatched to 25 counties in 13 provinces.{27名}
The project served 58,000 families in more than 40 cities and counties.{5.8万个}
By April 2024, 186 canteens had been built.{一百八十六家}
The rescue team evacuated 4,217 people, including 602 children.{4,217人}
In 2022, the project provided cochlear implants for 412 children.{412名}
The registered readers reached 486,000 people.{48.6万人}
Two blood donation vehicles were donated, each worth 1.2 million yuan.{献血车}
The project planted 12.5 million trees between 2019 and 2023.{1,250万株}
The center accepted 2,310 cases last year.{2,310件}
More than 270,000 donors contributed.{六千四百二十万元}
Loans totalling 3.62 billion yuan were issued.{36.2亿元}
The camp trained 1,268 teachers from 71 counties.{1,268名}
`;
