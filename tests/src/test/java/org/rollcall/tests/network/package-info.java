/** PCs of several IP networks, with routers, bridges and cables, as the kernel makes them in network namespaces. */
package org.rollcall.tests.network;
