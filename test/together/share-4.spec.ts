import { runTogether } from '../support/run-together';

runTogether('system', 3, 4);
