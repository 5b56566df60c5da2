import { runTogether } from '../support/run-together';

runTogether('system', 2, 4);
