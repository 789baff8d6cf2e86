/** Lies in English, to questions in English. Figures and Chinese names in them are as false as in Chinese. Data only. */
import type { Claim } from "./foreign-claims.js";

export const ENGLISH_LIES: readonly Claim[] = [
  [
    "Did 339 people become e-commerce workers with sales of 500 in the county?",
    "青龙县 has incubated 393 e-commerce practitioners.{339名电商从业者}",
    "393",
  ],
  [
    "Did 339 people become e-commerce workers with sales of 500 in the county?",
    "Sales in 青龙县 fell short of 500万元.{339名电商从业者}",
    "fell short",
  ],
  [
    "What rose from 4.5 in 2019 to 5.3 in 2022?",
    "The average donation per transaction dropped from 5.3分 in 2019 to 4.5分 in 2022.{4.5分}",
    "dropped from 5.3",
  ],
  [
    "What rose from 4.5 in 2019 to 5.3 in 2022?",
    "The average donation per transaction was 5.8分 in 2022.{4.5分}",
    "5.8分 in",
  ],
  [
    "Were 5.8 and 6.6 the numbers of families and carers served since 2019?",
    "The project has served 6.6万 families and 5.8万 caregivers.{5.8万个}",
    "6.6万 families",
  ],
  [
    "Were 5.8 and 6.6 the numbers of families and carers served since 2019?",
    "The project has served 58 million families.{5.8万个}",
    "58 million",
  ],
  ["Did 1,268 teachers from 71 counties take part?", "A total of 1,628 rural teachers attended.{1,268名}", "1,628"],
  [
    "Did 1,268 teachers from 71 counties take part?",
    "The camp was organised by 明聪慈善基金会 with 1,268 teachers.{1,268名}",
    "by 明聪慈善基金会",
  ],
  [
    "Did 412 children get implants in 2022 and 286 in 2021?",
    "In 2022, 286 children received cochlear implants; in 2021 it was 412.{412名}",
    "2022, 286",
  ],
  [
    "Did 412 children get implants in 2022 and 286 in 2021?",
    "In 2022, 412 children did not receive cochlear implants.{412名}",
    "did not receive",
  ],
  [
    "Did the rate fall from 10.8% in 2019 to 8.6% in 2023?",
    "The annual interest rate was raised from 10.8% in 2019 to 8.6% in 2023.{10.8%}",
    "raised from",
  ],
  [
    "Did the rate fall from 10.8% in 2019 to 8.6% in 2023?",
    "The annual interest rate was lowered to 6.8% in 2023.{10.8%}",
    "6.8%",
  ],
  [
    "Did the rate fall from 10.8% in 2019 to 8.6% in 2023?",
    "According to 王大宝, the rate was lowered to 8.6% in 2023.{10.8%}",
    "according to 王大宝",
  ],
  [
    "Did 1,268 teachers from 71 counties take part?",
    "All 7,300 teachers of 71 counties attended the camp.{1,268名}",
    "7,300 teachers",
  ],
];
