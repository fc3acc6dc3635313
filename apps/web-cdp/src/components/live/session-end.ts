export interface SessionEnd {
  /** The session is over. */
  tell(): void;
  /** Carries out what ends the session itself: the page is told only when that fails. */
  during<Answer>(act: () => Promise<Answer>): Promise<Answer>;
}

/** Tells a page that its session is over, but not while, and after, the page has ended it and says so in its own words. */
export function createSessionEnd(onEnd: () => void): SessionEnd {
  let isOwn = false;
  let isOver = false;

  return {
    tell() {
      isOver = true;
      if (!isOwn) onEnd();
    },
    async during(act) {
      isOwn = true;
      try {
        return await act();
      } catch (error) {
        isOwn = false;
        if (isOver) onEnd();
        throw error;
      }
    },
  };
}
