import { useQuery } from '@tanstack/react-query';
import { aboutQuery } from '../api/session';
import { useFormats, useText } from '../language';
import { Banner } from '../shared';
import { messages } from './messages';

/** Says that the demo's data is illustrative, and which date a clock that was set elsewhere shows. */
export function AboutBanner() {
  const t = useText(messages);
  const formats = useFormats();
  const { data } = useQuery(aboutQuery);
  if (!data || !(data.demo || data.clockSet)) return null;
  const today = formats.date(data.today);
  return <Banner printed>{data.demo ? t.demo(today) : t.clock(today)}</Banner>;
}
