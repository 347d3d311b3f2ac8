/** PCs that do not exist, run by the real agent: only what it reads and acts on is made up. */
package org.rollcall.demo.simulated;
