/** What the bot has done, in numbers, as an interface. Days are those of UTC, as tokens are counted; nobody is named. */

/** One day, YYYY-MM-DD. */
export interface DayStatistics {
  day: string;
  answered: number;
  refused: number;
  /** Half of the answers were faster; ms. Absent when there were none. */
  medianMs?: number;
  tokens: number;
  good: number;
  bad: number;
}

/** A programme, or the title of an article that names none, and the answers that cite it. */
export interface ProgrammeCount {
  name: string;
  answers: number;
}

/** A run of whole days. */
export interface PeriodStatistics {
  /** Everything that was asked, small talk too. */
  questions: number;
  answered: number;
  refused: number;
  /** Half of the answers and refusals were faster; ms. Absent when there were none. */
  medianMs?: number;
  tokens: number;
  /** Votes that were given or changed in these days. */
  good: number;
  bad: number;
  /** Most cited first. */
  programmes: ProgrammeCount[];
}

/** Counts what is stored. @throws AppError STORE_FAILED */
export interface StatisticsStore {
  /** @param days ending with the day of `now`. @param now milliseconds since the epoch. */
  period(days: number, now: number): PeriodStatistics;
  /** Each day, also one without anything, oldest first. */
  daily(days: number, now: number): DayStatistics[];
}

/** What is searched right now. */
export interface IndexStatistics {
  /** Absent when nothing is indexed. */
  generation?: string;
  articles: number;
  chunks: number;
}
