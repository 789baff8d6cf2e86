/**
 * A fair queue: entries of one lane come out in order and one at a time, lanes take turns. Whoever floods a lane waits
 * in it alone. Ids only, a few dozen bytes each, so that a hundred thousand waiting entries are no burden.
 */

/** Entries waiting in their lanes. */
export interface Lanes {
  /** Entries that wait, those under way not counted. */
  readonly waiting: number;
  /** Appends an entry to its lane. */
  push(lane: string, id: number): void;
  /** The next entry of the lane whose turn it is; that lane is busy until `release`. Undefined when all are empty or busy. */
  take(): { lane: string; id: number } | undefined;
  /**
   * How many come before a waiting entry: those of its own lane, one under way included. When there are none, everybody whose
   * turn comes earlier or is now. Undefined when the entry does not wait.
   */
  ahead(lane: string, id: number): number | undefined;
  /** Frees a busy lane; when it has more entries, it queues up behind the others. */
  release(lane: string): void;
  /** Frees a busy lane and puts its entry back at the front: it was not handled. */
  giveBack(lane: string, id: number): void;
}

interface Lane {
  ids: number[];
  /** Position of the first waiting id in `ids`: shifting a long array for each entry would take quadratic time. */
  head: number;
  isBusy: boolean;
}

/** Below this many handled ids an array is not worth compacting. */
const COMPACT_AT = 1024;

/** Creates an empty queue. */
export function createLanes(): Lanes {
  const lanes = new Map<string, Lane>();
  /** Lanes that have entries and are not busy, in turn. A Set keeps the order in which they came. */
  const turn = new Set<string>();
  let waiting = 0;
  let busy = 0;

  const free = (name: string, lane: Lane) => {
    lane.isBusy = false;
    busy--;
    if (lane.head < lane.ids.length) turn.add(name);
    else lanes.delete(name);
  };

  return {
    get waiting() {
      return waiting;
    },
    push(name, id) {
      const lane = lanes.get(name) ?? { ids: [], head: 0, isBusy: false };
      lanes.set(name, lane);
      lane.ids.push(id);
      waiting++;
      if (!lane.isBusy) turn.add(name);
    },
    take() {
      for (const name of turn) {
        turn.delete(name);
        const lane = lanes.get(name);
        const id = lane?.ids[lane.head];
        if (!lane || id === undefined) continue;
        lane.isBusy = true;
        busy++;
        lane.head++;
        waiting--;
        if (lane.head > COMPACT_AT && lane.head * 2 > lane.ids.length) {
          lane.ids = lane.ids.slice(lane.head);
          lane.head = 0;
        }
        return { lane: name, id };
      }
      return undefined;
    },
    ahead(name, id) {
      const lane = lanes.get(name);
      const position = lane?.ids.indexOf(id, lane.head) ?? -1;
      if (!lane || position < 0) return undefined;
      const own = position - lane.head + (lane.isBusy ? 1 : 0);
      return own > 0 ? own : busy + Array.from(turn).indexOf(name);
    },
    release(name) {
      const lane = lanes.get(name);
      if (lane?.isBusy) free(name, lane);
    },
    giveBack(name, id) {
      const lane = lanes.get(name);
      if (!lane?.isBusy) return;
      if (lane.head > 0) lane.ids[--lane.head] = id;
      else lane.ids.unshift(id);
      waiting++;
      free(name, lane);
    },
  };
}
