/** All topics: three articles of the shipped corpus, six of our own. */
import { digitalLiteracy } from "./digital-literacy.js";
import { elderlyCanteens } from "./elderly-canteens.js";
import { familySupport } from "./family-support.js";
import { floodRelief } from "./flood-relief.js";
import { hearingRehabilitation } from "./hearing-rehabilitation.js";
import { onlineGiving } from "./online-giving.js";
import { ruralRevival } from "./rural-revival.js";
import { ruralTeachers } from "./rural-teachers.js";
import type { Topic } from "./topic.js";
import { womenMicroloans } from "./women-microloans.js";

export const TOPICS: readonly Topic[] = [
  ruralRevival,
  onlineGiving,
  familySupport,
  elderlyCanteens,
  ruralTeachers,
  floodRelief,
  hearingRehabilitation,
  womenMicroloans,
  digitalLiteracy,
];

/** The question that finds all sentences of a topic's article. */
export function questionOf(topic: string): string {
  const found = TOPICS.find(({ id }) => id === topic);
  if (!found) throw new Error(`there is no topic ${topic}`);
  return found.question;
}
