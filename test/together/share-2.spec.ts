import { runTogether } from '../support/run-together';

runTogether('system', 1, 4);
