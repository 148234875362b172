import { useEffect, useState } from 'react';
import { vietnamDayText } from '~/format';
import { rightNow } from './phone-clock';

type Days = { today: string; yesterday: string };

/** Today and yesterday in Vietnam: as the server told them, and on a page that was kept on the phone, as they are now. */
export function useDays(told: Days): Days {
  const [days, setDays] = useState(told);
  useEffect(() => {
    const now = rightNow();
    const today = vietnamDayText(now);
    const yesterday = vietnamDayText(new Date(now.getTime() - 86_400_000));
    setDays((before) => (before.today === today ? before : { today, yesterday }));
  }, []);
  return days;
}
