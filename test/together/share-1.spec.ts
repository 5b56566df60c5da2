import { runTogether } from '../support/run-together';

runTogether('system', 0, 4);
