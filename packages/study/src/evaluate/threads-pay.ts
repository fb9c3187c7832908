/** Holds what is known of the work ahead, in milliseconds of work of one thread. */
export interface WorkSeen {
  /** What is left of the job under way, by the latest runs. */
  readonly left: number;
  /** What this thread has made in all, of this job and those before it. */
  readonly spent: number;
  /** Whether the other threads run already. */
  readonly started: boolean;
  /** What a thread takes to load the model and to run it as fast as one that has run for long. */
  readonly startup: number;
}

/**
 * Milliseconds of work in this thread during which runs are slower than later, and how many times at the start: studies of
 * small and large districts took 5 to 13 times as long after .3 s, 3 to 9 after .6 s, and 1 to 3 after 1 s.
 */
const cold = 2_000;
const slower = 9;

/** Part of a start-up that the job under way must at least hold for other threads to be given a part in it. */
const least = 1 / 60;

/**
 * Tells whether to give other threads a part of a job. Those that run already take any part worth a message. To start some
 * there must be twice the work that starting one takes: then even a machine that is busy otherwise loses little, and a
 * search made of small jobs is taken to go on for half as long as it has gone on.
 */
export function threadsPay({ left, spent, started, startup }: WorkSeen): boolean {
  if (left < least * startup) return false;
  if (started) return true;
  const warm = left / Math.max(1, slower * (1 - spent / cold));
  return warm + spent / 2 > 2 * startup;
}
